/** A program that runs for months forgets now and then what it has told. */
// @ts-nocheck

const mostRemembered = 100;

/** Tells each message once. `about`: what one is about, where the same is told in other words later. */
export function onceEach(tell: (message: string) => void): (message: string, about?: string) => void {
  const told = new Set<string>();
  return (message, about = message) => {
    if (told.has(about)) return;
    if (told.size >= mostRemembered) told.clear();
    told.add(about);
    tell(message);
  };
}
