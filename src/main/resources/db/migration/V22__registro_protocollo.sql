-- Who a protocolled document comes from or goes to.
alter table protocollo add column corrispondente varchar(300);

-- Append-only: an annulled entry keeps its row and its number (art. 54 DPR 445/2000).
create table annullamento_protocollo (
  codice_ambito varchar(5) not null,
  anno integer not null,
  numero integer not null,
  motivo varchar(500) not null,
  provvedimento varchar(200) not null,
  chi varchar(120) not null,
  quando timestamp with time zone not null,
  primary key (codice_ambito, anno, numero),
  foreign key (codice_ambito, anno, numero) references protocollo (codice_ambito, anno, numero)
);

create index documento_fascicolo_protocollo on documento_fascicolo (protocollo);
