-- title:   Parts of files
-- purpose: A workbook holds several lists and an XML document several kinds of record; each is loaded for itself, with its own row equation
-- grain:   ops.load: one row per file of a delivery, or per part of it

alter table ops.load add column part text;
comment on column ops.load.part is 'the worksheet, or the XML element that is a record; null for a text file, which is loaded as a whole';
comment on table ops.load is 'Files that were loaded, with the row equation. grain: one row per file of a delivery, of a workbook or XML document per part of it';
