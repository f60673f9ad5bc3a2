-- Hooks are told side by side, so each asks for what waits for it alone.
DROP INDEX hook_delivery_due;
CREATE INDEX hook_delivery_due ON hook_delivery (hook_id, next_at) WHERE state = 'waiting';
-- The number of a version that goes is given again to the next one: that is news, whatever a hook has seen.
CREATE TRIGGER hook_sees_less AFTER DELETE ON version
BEGIN
    UPDATE hook SET seen = (SELECT coalesce(max(id), 0) FROM version)
    WHERE (SELECT coalesce(max(id), 0) FROM version) < seen;
END;
