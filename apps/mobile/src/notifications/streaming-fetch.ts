// React Native's own fetch hands an answer over when it has ended; this one as it comes.
export { fetch as streamingFetch } from 'expo/fetch'
