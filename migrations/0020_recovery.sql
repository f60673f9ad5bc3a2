-- When a page of a server can be read again, the others that failed in the same way are looked at as well.
CREATE INDEX plan_failing ON plan (host) WHERE 0 < failures;
