-- An invitation of nobody is one of the command line, and valid: whose inviter goes must go too.
ALTER TABLE "Invitation" DROP CONSTRAINT "Invitation_invitedById_fkey";
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
