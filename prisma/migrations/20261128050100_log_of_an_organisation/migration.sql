-- An organisation reads what others did to it as well: such an event names it in its detail.
CREATE INDEX "AuditEvent_concerned" ON "AuditEvent" (("detail" #> '{organisationId}'), "at", "id")
  WHERE ("detail" #> '{organisationId}') IS NOT NULL;
