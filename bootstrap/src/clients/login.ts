import { AuthenticationApi, Configuration, ProfileApi } from './client';

declare const process: { argv: string[] };

/** Logs in and reads the profile by the generated TypeScript client: node login.js <url> <email> <password> */
async function logIn(basePath: string, email: string, password: string): Promise<void> {
  const tokens = await new AuthenticationApi(new Configuration({ basePath })).login({
    credentialsJson: { email, password },
  });
  const known = new Configuration({ basePath, headers: { Authorization: `Bearer ${tokens.accessToken}` } });
  const profile = await new ProfileApi(known).showProfile();
  if (profile.email !== email) {
    throw new Error(`logged in as somebody else: ${profile.email}`);
  }
  console.log(`typescript client: logged in as ${profile.email}`);
}

const [basePath, email, password] = process.argv.slice(2) as [string, string, string];
void logIn(basePath, email, password);
