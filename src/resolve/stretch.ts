/** Days (YYYY-MM-DD), or minutes of them (YYYY-MM-DDThh:mm), both ends included. */
export interface Stretch {
  start: string
  end: string
}
