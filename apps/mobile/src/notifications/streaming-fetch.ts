// React Native's own fetch returns a response only when it is complete; this one streams it.
export { fetch as streamingFetch } from 'expo/fetch'
