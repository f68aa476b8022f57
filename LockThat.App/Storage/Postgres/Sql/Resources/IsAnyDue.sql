-- Whether anything is due; and whether twins wait for their names, and their holders for the news.
select
    exists (select from lockthat.resources where due_at <= (select lockthat.now())),
    exists (select from lockthat.resources where identity = ''),
    exists (select from lockthat.untold)
