// Numbers, dates and the words of the regulation, as a person in France reads them.

const PARIS = { timeZone: "Europe/Paris" };
const whole = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1, signDisplay: "exceptZero" });
const day = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const monthShort = new Intl.DateTimeFormat("fr-FR", { month: "short", timeZone: "UTC" });
const monthLong = new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" });
const clock = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit", second: "2-digit", ...PARIS });
const moment = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", ...PARIS });
const isoInParis = new Intl.DateTimeFormat("sv-SE", PARIS);

/** What stands where there is no figure. */
export const NONE = "–";
/** What stands where a figure is kept back because it counts too few people. */
export const masked = (least) => `n < ${least}`;

export const number = (n) => (n === null || n === undefined ? NONE : whole.format(n));
export const percent = (n) => (n === null || n === undefined ? NONE : `${whole.format(n)} %`);
export const change = (n) => signed.format(n);
export const days = (n) => (n === null || n === undefined ? NONE : `${whole.format(n)} j`);
export const date = (iso) => (iso ? day.format(new Date(`${iso}T00:00:00Z`)) : NONE);
export const instant = (iso) => (iso ? moment.format(new Date(iso)) : NONE);
export const hour = (when) => clock.format(when);
export const month = (iso) => monthLong.format(new Date(`${iso}-01T00:00:00Z`));
export const monthName = (iso) => monthShort.format(new Date(`${iso}-01T00:00:00Z`));
export const plural = (n, one, many) => `${number(n)} ${Math.abs(n) < 2 ? one : many}`;

/** The day that an instant is of in Paris, as 2026-11-28. */
export const dayOf = (iso) => isoInParis.format(new Date(iso));
/** The day it is in Paris. */
export const today = () => isoInParis.format(new Date());

export function plusDays(iso, count) {
  const at = new Date(`${iso}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const ROUTES = {
  INITIAL: "Formation initiale",
  APPRENTICESHIP: "Apprentissage",
  CONTINUING: "Formation continue",
  PROFESSIONALISATION: "Contrat de professionnalisation",
  INDIVIDUAL: "Candidature individuelle",
  EXPERIENCE: "VAE",
};

export const ROLES = {
  analyst: "analyste",
  authority: "autorité",
  certifier: "certificateur",
  centre: "centre",
  juror: "juré",
  platform: "plateforme",
  operator: "exploitant",
};

export const SESSION_TYPES = { TITLE: "Titre", CCP: "CCP", CCS: "CCS" };

export const SESSION_STATES = {
  DRAFT: "Brouillon",
  DECLARED: "Déclarée",
  DTE_SENT: "Dossier technique reçu",
  CONVOKED: "Convoquée",
  IN_PROGRESS: "En cours",
  RESULTS_ENTERED: "Résultats saisis",
  PV_SIGNED: "PV signé",
  PV_SUBMITTED: "PV transmis",
  RETURNED: "PV renvoyé",
  VALIDATED: "Validée",
  NOTIFIED: "Notifiée",
  ARCHIVED: "Archivée",
  POSTPONED: "Reportée",
  CANCELLED: "Annulée",
  ANNULLED: "Annulée après coup",
};

export const DECLARATION_STATES = {
  PENDING: "En attente",
  READY: "À déclarer",
  SET_ASIDE: "Écartée, à corriger",
  IN_FLUX: "Dans un flux",
  DEPOSITED: "Envoyée",
  ACCEPTED: "Acceptée",
  REJECTED: "Rejetée",
  WAIVED: "Dispensée",
  DROPPED: "Abandonnée",
  DELETION_READY: "Suppression à déclarer",
  DELETION_IN_FLUX: "Suppression dans un flux",
  DELETION_DEPOSITED: "Suppression envoyée",
  DELETION_REJECTED: "Suppression rejetée",
  DELETED: "Supprimée",
};

export const TREATMENTS = { TO_CORRECT: "À corriger", RESENT: "Renvoyée", DISPUTED: "Contestée" };
