// Common names of the provinces, by Kemendagri's codes: people who look for DKI do not type Daerah
// Khusus Ibukota.
const shortNames: Readonly<Record<string, string>> = {
  '12': 'Sumut',
  '13': 'Sumbar',
  '16': 'Sumsel',
  '19': 'Babel',
  '21': 'Kepri',
  '31': 'DKI DKJ Jakarta',
  '32': 'Jabar',
  '33': 'Jateng',
  '34': 'DIY DI Yogyakarta Jogja Jogjakarta',
  '35': 'Jatim',
  '52': 'NTB',
  '53': 'NTT',
  '61': 'Kalbar',
  '62': 'Kalteng',
  '63': 'Kalsel',
  '64': 'Kaltim',
  '65': 'Kaltara',
  '71': 'Sulut',
  '72': 'Sulteng',
  '73': 'Sulsel',
  '74': 'Sultra',
  '76': 'Sulbar',
  '82': 'Malut',
}

/** Other names of a province that people type when searching; undefined if there are none. */
export const shortNamesOf = (code: string): string | undefined => shortNames[code]
