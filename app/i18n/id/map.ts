export const map = {
  view: "Tampilan",
  list: "Daftar",
  map: "Peta",
  title: {
    initiatives: "Inisiatif menurut provinsi",
    needs: "Kebutuhan menurut provinsi",
    organisations: "Mitra menurut provinsi",
    agreements: "Kesepakatan menurut provinsi",
    regions: "Wilayah menurut provinsi",
  },
  count: {
    initiatives: "{count|# inisiatif|# inisiatif}",
    needs: "{count|# kebutuhan|# kebutuhan}",
    organisations: "{count|# mitra|# mitra}",
    agreements: "{count|# kesepakatan|# kesepakatan}",
    regions: "{count|# wilayah|# wilayah}",
  },
  column: {
    initiatives: "Inisiatif",
    needs: "Kebutuhan",
    organisations: "Mitra",
    agreements: "Kesepakatan",
    regions: "Wilayah",
  },
  note: {
    initiatives: "Inisiatif dihitung di provinsi tempat daerahnya berada. Pilih provinsi untuk membuka daftarnya.",
    needs: "Kebutuhan dihitung di provinsi tempat daerahnya berada. Pilih provinsi untuk membuka daftarnya.",
    organisations: "Mitra dihitung di provinsi tempat kedudukannya. Pilih provinsi untuk membuka daftarnya.",
    agreements:
      "Satu kesepakatan dihitung sekali di setiap provinsi pihaknya, jadi jumlah kolom ini dapat melebihi jumlah kesepakatan. Pilih provinsi untuk membuka daftarnya.",
    regions:
      "Yang dihitung: provinsi itu sendiri beserta kabupaten dan kotanya. Pilih provinsi untuk membuka daftarnya.",
  },
  description:
    "Peta Indonesia. Makin banyak isinya, makin kuat warna provinsinya. Angka yang sama ada pada tabel di bawah peta.",
  area: "{name}: {count}",
  areaTogether: "{names}: bersama-sama {count}",
  legend: "Arti warna",
  none: "Tidak ada",
  range: "{from}–{to}",
  old: {
    title: "Papua dalam batas lama",
    body: "Gambar provinsinya lebih tua daripada empat provinsi tahun 2022: bentuk Papua Barat dan Papua mewakili enam provinsi. Warna dan angka kedua bentuk itu adalah jumlahnya; angka tiap provinsi tertera di dekatnya dan pada tabel.",
    shape: "Provinsi pada bentuk {name}",
  },
  source: {
    shapes: "Bentuk provinsi: Bashir Arrohman,",
    changed: "Disederhanakan; bukan rujukan batas wilayah.",
  },
  table: "Angka per provinsi",
  province: "Provinsi",
  without: "{count|Tidak ada di satu provinsi|Tidak ada di # provinsi}: {names}.",
}
