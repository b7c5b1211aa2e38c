-- Where each chain of evidence ends. The rows themselves carry their links.
create table catena (
  nome varchar(100) primary key,
  lunghezza bigint not null check (lunghezza >= 0),
  testa varchar(80) not null
);
