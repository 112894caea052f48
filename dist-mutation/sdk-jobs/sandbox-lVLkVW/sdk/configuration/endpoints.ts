// @ts-nocheck
import { ConfigurationError } from "../errors";
import { safeText } from "../redact";

/** `https://sts.cn-north-4.myhuaweicloud.com`. */
export function serviceEndpoint(service: string, region: string, domain: string): string {
  return `https://${service}.${region}.${domain}`;
}

/**
 * The region and domain that an endpoint names: `https://<service>.<region>.<domain>`. A region has a number at its end;
 * of another one the domain must be `domain`, since `iam.my-company.example` names none.
 */
export function regionAndDomain(endpoint: string, domain: string): { region: string; domain: string } | undefined {
  const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : "";
  const inDomain = host.endsWith(`.${domain}`) ? /^[^.]+\.([^.]+)$/.exec(host.slice(0, -domain.length - 1)) : null;
  if (inDomain?.[1] !== undefined) return { region: inDomain[1], domain };
  const [, region, rest] = /^[^.]+\.([a-z]{2,}(?:-[a-z]+)+-\d+)\.(.+)$/.exec(host) ?? [];
  return region === undefined || rest === undefined ? undefined : { region, domain: rest };
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
/** Addresses that no router passes on. The URL class has brought every spelling of them into this one. */
const linkLocal = /^169\.254(\.\d{1,3}){2}$/;
export const metadataAddress = "169.254.169.254";

/** `http://host:port` or `https://host:port`, and nothing more. Plain HTTP only to this machine: tests and tunnels. */
export function checkedEndpoint(option: string, text: string): string {
  const url = parsedUrl(option, text);
  endsAfterPort(option, text, url);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback.test(url.hostname))) {
    throw new ConfigurationError(
      `${shown(option, text)} must begin with https:// (http:// is for this machine's own addresses only).`,
    );
  }
  return url.origin;
}

/** The metadata service's: plain HTTP, to its one address or to this machine. */
export function checkedMetadataEndpoint(option: string, text: string): string {
  const url = parsedUrl(option, text);
  endsAfterPort(option, text, url);
  const ownAddress = url.hostname === metadataAddress && url.port === "";
  if (url.protocol !== "http:" || !(ownAddress || loopback.test(url.hostname))) {
    throw new ConfigurationError(
      `${shown(option, text)} must be http://${metadataAddress}, an http:// address of this machine, or "off".`,
    );
  }
  return url.origin;
}

/** A whole address: https, or this machine's or network's own. `local`: no proxy leads there. */
export function localEndpoint(option: string, text: string): { url: URL; local: boolean } {
  const url = parsedUrl(option, text);
  const local = loopback.test(url.hostname) || linkLocal.test(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && local)) {
    throw new ConfigurationError(
      `${shown(option, text)} must begin with https:// (http:// is for loopback and 169.254.x.x only).`,
    );
  }
  return { url, local };
}

function parsedUrl(option: string, text: string): URL {
  if (!URL.canParse(text)) {
    throw new ConfigurationError(
      `${shown(option, text)} is not a URL. Use one such as https://dayu-dlf.cn-north-4.myhuaweicloud.com.`,
    );
  }
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") {
    throw new ConfigurationError(`${option} holds a user name or password. Give the credentials apart from it.`);
  }
  return url;
}

function endsAfterPort(option: string, text: string, url: URL): void {
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    throw new ConfigurationError(`${shown(option, text)} must end after host and port: the path is added to it.`);
  }
}

function shown(option: string, text: string): string {
  return `${option} ${JSON.stringify(safeText(text))}`;
}
