// The 18 regions by INSEE code, each with a tile on a plan that only keeps who is whose neighbour: [column, row].

export const REGIONS = {
  32: { name: "Hauts-de-France", short: "HDF", at: [3, 0] },
  28: { name: "Normandie", short: "NOR", at: [2, 1] },
  11: { name: "Île-de-France", short: "IDF", at: [3, 1] },
  44: { name: "Grand Est", short: "GES", at: [4, 1] },
  53: { name: "Bretagne", short: "BRE", at: [1, 2] },
  52: { name: "Pays de la Loire", short: "PDL", at: [2, 2] },
  24: { name: "Centre-Val de Loire", short: "CVL", at: [3, 2] },
  27: { name: "Bourgogne-Franche-Comté", short: "BFC", at: [4, 2] },
  75: { name: "Nouvelle-Aquitaine", short: "NAQ", at: [2, 3] },
  84: { name: "Auvergne-Rhône-Alpes", short: "ARA", at: [3, 3] },
  76: { name: "Occitanie", short: "OCC", at: [2, 4] },
  93: { name: "Provence-Alpes-Côte d’Azur", short: "PAC", at: [3, 4] },
  94: { name: "Corse", short: "COR", at: [4, 5] },
  "01": { name: "Guadeloupe", short: "GUA", at: [0, 0] },
  "02": { name: "Martinique", short: "MTQ", at: [0, 1] },
  "03": { name: "Guyane", short: "GUF", at: [0, 3] },
  "04": { name: "La Réunion", short: "LRE", at: [0, 4] },
  "06": { name: "Mayotte", short: "MAY", at: [0, 5] },
};

export const OUTSIDE = "99";
export const regionName = (code) => REGIONS[code]?.name ?? (code === OUTSIDE ? "Hors région" : code);

const DEPARTMENTS = {
  84: "01 03 07 15 26 38 42 43 63 69 73 74",
  27: "21 25 39 58 70 71 89 90",
  53: "22 29 35 56",
  24: "18 28 36 37 41 45",
  94: "2A 2B 20",
  44: "08 10 51 52 54 55 57 67 68 88",
  32: "02 59 60 62 80",
  11: "75 77 78 91 92 93 94 95",
  28: "14 27 50 61 76",
  75: "16 17 19 23 24 33 40 47 64 79 86 87",
  76: "09 11 12 30 31 32 34 46 48 65 66 81 82",
  52: "44 49 53 72 85",
  93: "04 05 06 13 83 84",
  "01": "971",
  "02": "972",
  "03": "973",
  "04": "974",
  "06": "976",
};

const regionOf = new Map(
  Object.entries(DEPARTMENTS).flatMap(([region, list]) => list.split(" ").map((department) => [department, region])),
);

/** The region of a commune, from its INSEE code or its postal code. */
export function regionOfCommune(code) {
  if (!code) return OUTSIDE;
  return regionOf.get(code.slice(0, 3)) ?? regionOf.get(code.slice(0, 2)) ?? OUTSIDE;
}
