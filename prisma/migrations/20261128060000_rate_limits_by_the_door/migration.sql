-- The server in front of the pages counts in the same table, through a store that keeps milliseconds.
ALTER TABLE "RateLimit" ALTER COLUMN "expire" TYPE BIGINT USING (extract(epoch FROM "expire") * 1000)::BIGINT;

-- After a crash of the database everybody starts anew; in return counting costs next to nothing.
ALTER TABLE "RateLimit" SET UNLOGGED;
