/** Addresses, and names of this machine: nobody can make them mean another one. */
const OWN_NAME = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]{2,45}\]|(?:[a-z0-9-]{1,63}\.)?localhost)$/i;

/** Of the value of a Host header. */
export const isOwnName = (host: string): boolean => OWN_NAME.test(nameIn(host));

/** The name in a Host header, without the port. */
export const nameIn = (host: string): string => host.replace(/:\d{1,5}$/, "").toLowerCase();

/** Whether a page was sent by the very address that it asks now. Browsers say so with whatever is no GET. */
export const isSameOrigin = (origin: string, host: string): boolean =>
  /^https?:\/\/([^/]+)$/.exec(origin.toLowerCase())?.[1] === host.toLowerCase();
