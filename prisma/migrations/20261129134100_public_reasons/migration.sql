-- The few steps whose reason was asked as public, found without reading the histories of all who follow the solution.
CREATE INDEX "AdoptionEvent_public_reason" ON "AdoptionEvent" ("adoptionId", "position")
  WHERE "to" = 'DECLINED' AND NOT "isCorrection" AND "data" @> '{"isPublicReason": true}';
