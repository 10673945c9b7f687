-- Which departments use it, beside the percentage.
ALTER TABLE "Adoption" ADD COLUMN "departments" TEXT;
ALTER TABLE "Adoption" ADD CONSTRAINT "Adoption_departments" CHECK (length("departments") BETWEEN 1 AND 300);
