#include "tools/registration_file.h"

#include <utility>

#include "import/csv_reader.h"
#include "import/file_kind.h"
#include "import/workbook.h"

namespace tablero {
namespace {

constexpr std::size_t kStart = 4096;  // bytes that tell the kind of file

}  // namespace

Result<RegistrationFile> RegistrationFile::open(const std::string& path, const std::string& sheet,
                                                char separator) {
  Result<FileStream> stream = FileStream::open(path);
  if (!stream.ok()) return stream.fault();
  RegistrationFile file;
  file.stream_ = std::make_unique<FileStream>(std::move(stream.value()));
  std::string start;
  bool more = true;
  while (more && start.size() < kStart) more = file.stream_->read(start);
  const FileKindName kind = file_kind(start);
  if (kind.kind == FileKind::kWorkbook) {
    while (more && start.size() <= kMaxWorkbook) more = file.stream_->read(start);
    if (start.size() > kMaxWorkbook) {
      return Fault{path, "", "a workbook of at most 64 MB", "a larger one (save its sheet as CSV)"};
    }
    const std::string_view name = kind.found.substr(0, kind.found.find(" ("));
    file.label_ = path + " (" + std::string(name) + ")";
    Result<std::unique_ptr<RowSource>> rows = open_workbook(start, sheet, file.label_);
    if (!rows.ok()) return rows.fault();
    file.rows_ = std::move(rows.value());
    return file;
  }
  if (!sheet.empty()) return Fault{path, "--sheet", "a workbook", "another file"};
  file.label_ = path;
  FileStream* rest = file.stream_.get();
  file.rows_ = std::make_unique<CsvReader>(
      [rest, start = std::move(start), more](std::string& out) mutable {
        if (start.empty()) return rest->read(out);
        out += start;
        start.clear();
        return more;
      },
      path, separator);
  return file;
}

}  // namespace tablero
