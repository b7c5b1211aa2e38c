-- the working date of the demonstration, kept across restarts; never used in production
create table orologio_dimostrazione (
  id integer primary key check (id = 1),
  istante timestamp with time zone not null
);
