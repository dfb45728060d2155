#include "import/region_names.h"

namespace tablero {
namespace {

// The codes of GeoNames for Brazil and Canada were read off the capitals in its own file.
constexpr RegionName kCodes[] = {
    {"al", "US", "AL"}, {"ak", "US", "AK"}, {"az", "US", "AZ"}, {"ar", "US", "AR"},
    {"ca", "US", "CA"}, {"co", "US", "CO"}, {"ct", "US", "CT"}, {"de", "US", "DE"},
    {"dc", "US", "DC"}, {"fl", "US", "FL"}, {"ga", "US", "GA"}, {"hi", "US", "HI"},
    {"id", "US", "ID"}, {"il", "US", "IL"}, {"in", "US", "IN"}, {"ia", "US", "IA"},
    {"ks", "US", "KS"}, {"ky", "US", "KY"}, {"la", "US", "LA"}, {"me", "US", "ME"},
    {"md", "US", "MD"}, {"ma", "US", "MA"}, {"mi", "US", "MI"}, {"mn", "US", "MN"},
    {"ms", "US", "MS"}, {"mo", "US", "MO"}, {"mt", "US", "MT"}, {"ne", "US", "NE"},
    {"nv", "US", "NV"}, {"nh", "US", "NH"}, {"nj", "US", "NJ"}, {"nm", "US", "NM"},
    {"ny", "US", "NY"}, {"nc", "US", "NC"}, {"nd", "US", "ND"}, {"oh", "US", "OH"},
    {"ok", "US", "OK"}, {"or", "US", "OR"}, {"pa", "US", "PA"}, {"ri", "US", "RI"},
    {"sc", "US", "SC"}, {"sd", "US", "SD"}, {"tn", "US", "TN"}, {"tx", "US", "TX"},
    {"ut", "US", "UT"}, {"vt", "US", "VT"}, {"va", "US", "VA"}, {"wa", "US", "WA"},
    {"wv", "US", "WV"}, {"wi", "US", "WI"}, {"wy", "US", "WY"}, {"ac", "BR", "01"},
    {"al", "BR", "02"}, {"ap", "BR", "03"}, {"am", "BR", "04"}, {"ba", "BR", "05"},
    {"ce", "BR", "06"}, {"df", "BR", "07"}, {"es", "BR", "08"}, {"ms", "BR", "11"},
    {"ma", "BR", "13"}, {"mt", "BR", "14"}, {"mg", "BR", "15"}, {"pa", "BR", "16"},
    {"pb", "BR", "17"}, {"pr", "BR", "18"}, {"pi", "BR", "20"}, {"rj", "BR", "21"},
    {"rn", "BR", "22"}, {"rs", "BR", "23"}, {"ro", "BR", "24"}, {"rr", "BR", "25"},
    {"sc", "BR", "26"}, {"sp", "BR", "27"}, {"se", "BR", "28"}, {"go", "BR", "29"},
    {"pe", "BR", "30"}, {"to", "BR", "31"}, {"on", "CA", "08"}, {"qc", "CA", "10"},
    {"bc", "CA", "02"}, {"ab", "CA", "01"}, {"mb", "CA", "03"}, {"sk", "CA", "11"},
    {"ns", "CA", "07"}, {"nb", "CA", "04"},
};

constexpr RegionName kNames[] = {
    {"alabama", "US", "AL"}, {"alaska", "US", "AK"}, {"arizona", "US", "AZ"},
    {"arkansas", "US", "AR"}, {"california", "US", "CA"}, {"colorado", "US", "CO"},
    {"connecticut", "US", "CT"}, {"delaware", "US", "DE"}, {"district of columbia", "US", "DC"},
    {"florida", "US", "FL"}, {"georgia", "US", "GA"}, {"hawaii", "US", "HI"}, {"idaho", "US", "ID"},
    {"illinois", "US", "IL"}, {"indiana", "US", "IN"}, {"iowa", "US", "IA"}, {"kansas", "US", "KS"},
    {"kentucky", "US", "KY"}, {"louisiana", "US", "LA"}, {"maine", "US", "ME"},
    {"maryland", "US", "MD"}, {"massachusetts", "US", "MA"}, {"michigan", "US", "MI"},
    {"minnesota", "US", "MN"}, {"mississippi", "US", "MS"}, {"missouri", "US", "MO"},
    {"montana", "US", "MT"}, {"nebraska", "US", "NE"}, {"nevada", "US", "NV"},
    {"new hampshire", "US", "NH"}, {"new jersey", "US", "NJ"}, {"new mexico", "US", "NM"},
    {"new york", "US", "NY"}, {"north carolina", "US", "NC"}, {"north dakota", "US", "ND"},
    {"ohio", "US", "OH"}, {"oklahoma", "US", "OK"}, {"oregon", "US", "OR"},
    {"pennsylvania", "US", "PA"}, {"rhode island", "US", "RI"}, {"south carolina", "US", "SC"},
    {"south dakota", "US", "SD"}, {"tennessee", "US", "TN"}, {"texas", "US", "TX"},
    {"utah", "US", "UT"}, {"vermont", "US", "VT"}, {"virginia", "US", "VA"},
    {"washington", "US", "WA"}, {"west virginia", "US", "WV"}, {"wisconsin", "US", "WI"},
    {"wyoming", "US", "WY"}, {"carolina del norte", "US", "NC"}, {"carolina del sur", "US", "SC"},
    {"dakota del norte", "US", "ND"}, {"dakota del sur", "US", "SD"}, {"nueva jersey", "US", "NJ"},
    {"nuevo mexico", "US", "NM"}, {"luisiana", "US", "LA"}, {"pensilvania", "US", "PA"},
    {"misuri", "US", "MO"}, {"tejas", "US", "TX"}, {"virginia occidental", "US", "WV"},
};

}  // namespace

std::span<const RegionName> region_codes() { return kCodes; }
std::span<const RegionName> region_names() { return kNames; }

}  // namespace tablero
