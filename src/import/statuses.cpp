#include "import/statuses.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "import/gazetteer.h"
#include "import/word_list.h"

namespace tablero {
namespace {

constexpr std::string_view kCounting[] = {"attending",
                                          "checked in",
                                          "completed",
                                          "placed",
                                          "asistira",
                                          "asiste",
                                          "asistio",
                                          "registrado",
                                          "registrada",
                                          "confirmado",
                                          "confirmada",
                                          "inscrito",
                                          "inscrita",
                                          "completado",
                                          "concluido",
                                          "participara",
                                          "participando",
                                          "presente",
                                          "compareceu",
                                          "check in feito",
                                          "confirmed",
                                          "approved",
                                          "going",
                                          "yes",
                                          "si",
                                          "sim",
                                          "aprobado",
                                          "aprobada",
                                          "aprovado",
                                          "aprovada",
                                          "aceptado",
                                          "aceptada",
                                          "aceito",
                                          "aceita",
                                          "admitido",
                                          "admitida",
                                          "accepted",
                                          "registered",
                                          "attended",
                                          "completada",
                                          "concluida",
                                          "activo",
                                          "activa",
                                          "ativo",
                                          "ativa",
                                          "active",
                                          "asistente",
                                          "participante",
                                          "asistira presencialmente"};
constexpr std::string_view kNotCounting[] = {"deleted",
                                             "refunded",
                                             "canceled",
                                             "cancelled",
                                             "refunded canceled",
                                             "transferred",
                                             "unpaid",
                                             "abandoned",
                                             "not attending",
                                             "no asistira",
                                             "no asiste",
                                             "eliminado",
                                             "eliminada",
                                             "reembolsado",
                                             "reembolsada",
                                             "cancelado",
                                             "cancelada",
                                             "transferido",
                                             "transferida",
                                             "no pagado",
                                             "sin pagar",
                                             "abandonado",
                                             "abandonada",
                                             "excluido",
                                             "nao pago",
                                             "nao participara",
                                             "pending",
                                             "pendiente",
                                             "pendente",
                                             "reembolsado cancelado",
                                             "declined",
                                             "waitlist",
                                             "waitlisted",
                                             "invited",
                                             "pending approval",
                                             "not going",
                                             "no",
                                             "nao",
                                             "rechazado",
                                             "rechazada",
                                             "recusado",
                                             "recusada",
                                             "lista de espera",
                                             "en espera",
                                             "em espera",
                                             "en lista de espera",
                                             "invitado",
                                             "invitada",
                                             "convidado",
                                             "convidada",
                                             "rejected",
                                             "denied",
                                             "no confirmado",
                                             "no confirmada",
                                             "nao confirmado",
                                             "nao confirmada",
                                             "anulado",
                                             "anulada",
                                             "baja",
                                             "no show",
                                             "no asistio",
                                             "waiting list",
                                             "on waitlist",
                                             "inactivo",
                                             "inactiva",
                                             "maybe",
                                             "tal vez",
                                             "quizas",
                                             "talvez",
                                             "eliminado a",
                                             "excluida",
                                             "pendiente de aprobacion",
                                             "pendente de aprovacao",
                                             "sin confirmar"};

}  // namespace

Attendance attendance_of(std::string_view status) {
  const std::string key = place_key(status);
  if (listed(kCounting, key)) return Attendance::kCounts;
  return listed(kNotCounting, key) ? Attendance::kDoesNot : Attendance::kUnknown;
}

bool heads_status(std::string_view key) {
  constexpr std::string_view kWords[] = {"status",   "estado", "situacion",
                                         "situacao", "rsvp",   "estatus"};
  // The state of something else than the registration.
  constexpr std::string_view kOther[] = {
      "civil",  "marital", "animo",  "salud", "saude",   "laboral",    "employment",
      "ciudad", "pais",    "cidade", "vives", "resides", "residencia", "provincia"};
  const auto words = split(key, ' ');
  return std::any_of(words.begin(), words.end(), [&](auto w) { return listed(kWords, w); }) &&
         std::none_of(words.begin(), words.end(), [&](auto w) { return listed(kOther, w); });
}

}  // namespace tablero
