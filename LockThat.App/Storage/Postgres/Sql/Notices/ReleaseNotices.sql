update lockthat.notices set claimed_by = null, claimed_until = null where claimed_by = $1
