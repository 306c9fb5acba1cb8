export const initiative = {
  status: { prepared: "In preparation", running: "Running", completed: "Completed", stopped: "Stopped" },
}
