-- When a page of a server can be read again, the others that failed in the same words are looked at as well.
CREATE INDEX plan_failing ON plan (host, failure) WHERE failure IS NOT NULL;
