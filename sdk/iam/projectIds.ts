/** So many accounts and regions no program has: more are rotated keys. */
const mostRemembered = 1_000;

const found = new Map<string, Promise<string>>();

/**
 * A project ID, looked up once in the life of this process for the same key, for all who ask meanwhile and later.
 * A failure is not remembered.
 *
 * @param key IAM's address, the name and the account: the same ID for the same text
 */
export function rememberedProjectId(key: string, lookUp: () => Promise<string>): Promise<string> {
  const known = found.get(key);
  if (known) return known;
  const asked = lookUp();
  if (found.size >= mostRemembered) found.clear();
  found.set(key, asked);
  asked.catch(() => found.delete(key));
  return asked;
}
