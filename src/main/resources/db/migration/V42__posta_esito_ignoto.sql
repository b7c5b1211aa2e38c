-- the server had the text and never answered: the message may have been delivered
alter table messaggio add column esito_ignoto boolean not null default false;
