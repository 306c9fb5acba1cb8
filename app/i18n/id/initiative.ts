export const initiative = {
  status: { prepared: "Disiapkan", running: "Berjalan", completed: "Selesai", stopped: "Dihentikan" },
}
