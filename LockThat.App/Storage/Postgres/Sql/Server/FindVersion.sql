select version from lockthat.schema
