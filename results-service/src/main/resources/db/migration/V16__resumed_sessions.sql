-- That a cancellation was undone went unheard. A session is cancelled before it opens or not at all, so one that opened was resumed; of those
-- that have not opened yet, the opening will tell.
update exam_session set cancelled = false where cancelled and opened_at is not null;
