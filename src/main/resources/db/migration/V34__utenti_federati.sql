-- Who logs in through the identity provider: the login belongs to that one identity.
create table utente_federato (
  persona varchar(64) primary key,
  emittente varchar(300) not null,
  soggetto varchar(300) not null,
  primo_accesso timestamp with time zone not null
);

-- Memberships of the engine that follow from the provider's claims: only these are taken away when
-- a claim no longer says so.
create table appartenenza_federata (
  persona varchar(64) not null,
  genere varchar(10) not null check (genere in ('GRUPPO', 'AMBITO')),
  valore varchar(64) not null,
  primary key (persona, genere, valore)
);
