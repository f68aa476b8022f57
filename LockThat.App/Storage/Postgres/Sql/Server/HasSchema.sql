select to_regclass('lockthat.schema') is not null
