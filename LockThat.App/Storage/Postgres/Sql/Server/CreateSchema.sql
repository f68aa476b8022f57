create schema if not exists lockthat;
create table if not exists lockthat.schema (version int not null)
