-- Lanes of outgoing mail: what goes to one address has one lane, and who delivers mail takes lanes
-- instead of writing on each message.
create table corsia_posta (
  numero integer primary key,
  -- real time: until then nobody else takes its messages; null when nobody has it
  presa_fino_a timestamp with time zone
);
insert into corsia_posta (numero) values
  (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);

alter table messaggio add column corsia integer not null default 0;

drop index messaggio_da_inviare;
create index messaggio_da_inviare on messaggio (stato, prossimo_tentativo, id, corsia);
