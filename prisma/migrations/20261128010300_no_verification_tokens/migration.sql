-- Of next-auth, whose sign-in by mail is not used: see "SignInRequest".
DROP TABLE "VerificationToken";
