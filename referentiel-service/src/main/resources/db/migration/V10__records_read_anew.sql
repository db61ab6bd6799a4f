-- What stood within the items of a list is kept with its item from now on, and the day on which a certifier's state changed has a
-- field. A record whose bytes are those of the last file is not parsed again; without their digest each of them is, once.
update certification set raw_hash = null;
