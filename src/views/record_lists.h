// Proyectos, Contribuciones, Charlas and Fuentes as plain searchable lists.
#pragma once

#include "views/view_context.h"

namespace tablero {

void draw_record_list(ViewContext& context);

}  // namespace tablero
