-- The notice as a PDF, one for each publication; null until it is printed.
alter table avviso_pubblicazione add column documento_id bigint references documento_fascicolo (id);
create index avviso_pubblicazione_documento on avviso_pubblicazione (documento_id);

-- The public list of notices.
create index avviso_scadenza on avviso (data_scadenza);
create index avviso_area_codice on avviso_area (codice);
