create table registro_protocollo (
  codice_ambito varchar(5) not null,
  anno integer not null,
  ultimo_numero integer not null,
  primary key (codice_ambito, anno)
);

create table protocollo (
  codice_ambito varchar(5) not null,
  anno integer not null,
  numero integer not null,
  verso varchar(10) not null,
  oggetto varchar(500) not null,
  registrato timestamp with time zone not null,
  primary key (codice_ambito, anno, numero)
);
