using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Longleaf.Platform.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Reparse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reader_version",
                table: "files",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reparse",
                table: "files",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "warnings",
                table: "files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_files_reparse",
                table: "files",
                column: "reparse",
                filter: "reparse IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_files_reparse",
                table: "files");

            migrationBuilder.DropColumn(
                name: "reader_version",
                table: "files");

            migrationBuilder.DropColumn(
                name: "reparse",
                table: "files");

            migrationBuilder.DropColumn(
                name: "warnings",
                table: "files");
        }
    }
}
