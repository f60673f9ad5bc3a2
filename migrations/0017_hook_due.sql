-- Hooks are told side by side, so each asks for what waits for it alone.
DROP INDEX hook_delivery_due;
CREATE INDEX hook_delivery_due ON hook_delivery (hook_id, next_at) WHERE state = 'waiting';
