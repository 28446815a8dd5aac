module.exports = {
  preset: 'jest-expo',
  setupFiles: ['<rootDir>/jest.setup.js'],
  moduleNameMapper: {
    '^@rmtools/(contracts|look)/(.*)$': '<rootDir>/../../packages/$1/src/$2.ts',
    '^typebox$': '<rootDir>/node_modules/typebox/build/index.mjs',
  },
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'jsx', 'json'],
  transform: { '\\.mjs$': '<rootDir>/jest-esm.js' },
  transformIgnorePatterns: [
    'node_modules/(?!(?:\\.pnpm/)?((jest-)?react-native|@react-native(-community)?|expo(nent)?|@expo(nent)?/.*|@expo-google-fonts/.*|react-navigation|@react-navigation/.*|react-native-svg|typebox|i18next|react-i18next|@tanstack))',
  ],
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
}
