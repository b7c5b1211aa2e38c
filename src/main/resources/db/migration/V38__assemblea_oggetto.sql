-- The Assemblea also votes on the yearly monitoring and on the economic plan.
alter table approvazione_assemblea add column oggetto varchar(30) default 'PIANO_E_SCHEMA' not null;
alter table approvazione_assemblea add column anno integer;
alter table approvazione_assemblea add constraint approvazione_assemblea_oggetto
  check ((oggetto = 'PIANO_E_SCHEMA') = (anno is null));

-- The old check of votazione.punto has no name: the column is replaced by one with the new check.
alter table votazione add column punto_votato varchar(20);
update votazione set punto_votato = punto;
alter table votazione drop column punto;
alter table votazione rename column punto_votato to punto;
alter table votazione alter column punto set not null;
alter table votazione add constraint votazione_punto_noto
  check (punto in ('PIANO', 'SCHEMA_ACCORDO', 'MONITORAGGIO', 'PIANO_ECONOMICO'));

alter table regolamento_assemblea
  add column maggioranza_attuazione varchar(30) default 'VOTANTI' not null;
