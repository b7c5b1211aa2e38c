-- What the file of the roles gave, and nobody else: taken back when the file no longer gives it.
create table permesso_concesso (
  -- * for whoever is logged in
  gruppo varchar(64) not null,
  -- kind of resource, as the engine numbers them
  risorsa integer not null,
  risorsa_id varchar(64) not null,
  permesso varchar(64) not null,
  primary key (gruppo, risorsa, risorsa_id, permesso)
);
