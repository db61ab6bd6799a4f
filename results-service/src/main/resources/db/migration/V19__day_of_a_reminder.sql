-- The next reminder is due as long after the one before as it was to be, however late that went out. Of those noted so far the
-- day is not known: what follows them is due by the day of the person alone.
alter table survey_respondent add column reminded_on date;
