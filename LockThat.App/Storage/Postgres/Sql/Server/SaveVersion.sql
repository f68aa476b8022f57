with former as (
    delete from lockthat.schema
)
insert into lockthat.schema (version) values ($1)
